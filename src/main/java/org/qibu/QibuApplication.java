package org.qibu;

import org.qibu.availability.OutOfMemory;
import org.qibu.bench.Bench;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.mustache.MustacheAutoConfiguration;

/**
 * Starts Qibu: the engine, its web apps, our pages and the two embedded services where they are needed. Mustache lays out
 * mails and no pages; of the
 * actuator only health is offered, so no request is observed.
 */
@SpringBootApplication(exclude = {MustacheAutoConfiguration.class, ObservationAutoConfiguration.class})
public class QibuApplication {

    public static void main(String[] args) {
        if (Bench.isAskedFor(args)) {
            Bench.run(QibuApplication.class, args);
        }
        OutOfMemory.endsTheProcess();
        SpringApplication.run(QibuApplication.class, args);
    }
}
