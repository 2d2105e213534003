package org.qibu.engine.rest;

import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.camunda.bpm.engine.rest.dto.identity.UserCredentialsDto;
import org.camunda.bpm.engine.rest.dto.task.CommentDto;
import org.qibu.engine.FormRefused;

/** Refuses what the engine would take and do nothing about: a new password that is none, a comment without words. */
final class MustAskForSomething implements ReaderInterceptor {

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        var read = body.proceed();
        if (read instanceof UserCredentialsDto credentials && credentials.getPassword() == null) {
            throw new FormRefused("password", "请填写新密码。");
        }
        if (read instanceof CommentDto comment
                && (comment.getMessage() == null || comment.getMessage().isBlank())) {
            throw new FormRefused("message", "请填写评论内容。");
        }
        return read;
    }
}
