package org.qibu;

import org.qibu.demo.DemoAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Ends the start with one clear line, and in a demonstration with where to go and who can log in. */
@Component
class Welcome {

    private static final Logger log = LoggerFactory.getLogger(Welcome.class);

    private final ObjectProvider<DemoAccounts> demoAccounts;

    Welcome(ObjectProvider<DemoAccounts> demoAccounts) {
        this.demoAccounts = demoAccounts;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (!(event.getApplicationContext() instanceof ServletWebServerApplicationContext web)) {
            return;
        }
        var home = "http://localhost:" + web.getWebServer().getPort();
        demoAccounts.ifAvailable(accounts -> log.info("""
                演示环境 / demonstration
                  首页 home          {}/
                  工作台 staff       {}/staff/matters
                  任务列表 Tasklist  {}/camunda/app/tasklist/default/
                  收件箱 inbox       {}/inbox
                {}""", home, home, home, home, accounts.printed()));
        log.info("七步已就绪 / Qibu is ready: {}/", home);
    }
}
