package org.qibu;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Qibu: the engine, its web apps, our pages and the two embedded services where they are needed. */
@SpringBootApplication
public class QibuApplication {

    public static void main(String[] args) {
        SpringApplication.run(QibuApplication.class, args);
    }
}
