package org.qibu;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Refuses, before anything connects, settings of the database's address with which the driver has published holes
 * (CVE-2026-134842, CVE-2026-134845; see docs/security.md).
 */
@Component
class DatabaseUrlCheck implements BeanFactoryPostProcessor, EnvironmentAware {

    private static final Pattern SIMPLE = Pattern.compile("[?&]preferQueryMode=(?!extended)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SSL = Pattern.compile("[?&]ssl(?:=(?!false\\b)|&|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SSL_MODE = Pattern.compile("[?&]sslmode=", Pattern.CASE_INSENSITIVE);

    private Environment environment;

    @Override
    public void setEnvironment(Environment environment) {
        this.environment = environment;
    }

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory factory) {
        objection(environment.getProperty("spring.datasource.url", "")).ifPresent(why -> {
            throw new UnsafeDatabaseUrl(why);
        });
    }

    /** What is unsafe in an address, in a Chinese sentence that says what to write; empty where nothing is. */
    static Optional<String> objection(String url) {
        if (SIMPLE.matcher(url).find()) {
            return Optional.of("数据库地址里的 preferQueryMode 会让填写的内容变成 SQL，请去掉这一项。");
        }
        if (SSL.matcher(url).find() && !SSL_MODE.matcher(url).find()) {
            return Optional.of("数据库地址里只写 ssl 不保证加密，请改写成 sslmode=verify-full（本机或内网测试可写 sslmode=require）。");
        }
        return Optional.empty();
    }

    /** An address with which the program does not start. */
    static final class UnsafeDatabaseUrl extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        UnsafeDatabaseUrl(String sentence) {
            super(sentence);
        }
    }
}
