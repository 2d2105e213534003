package org.qibu.engine.settings;

import java.util.Base64;
import org.camunda.bpm.engine.impl.digest.PasswordEncryptor;
import org.qibu.text.Sha256;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Keeps passwords as bcrypt over a SHA-256 of the salted password, so that length does not cut it. */
class StrongPasswords implements PasswordEncryptor {

    private final BCryptPasswordEncoder encoder = new BCryptPasswordEncoder(10);

    @Override
    public String encrypt(String password) {
        return encoder.encode(digest(password));
    }

    @Override
    public boolean check(String password, String encrypted) {
        return encoder.matches(digest(password), encrypted.replaceFirst("^\\{[^}]*}", ""));
    }

    @Override
    public String hashAlgorithmName() {
        return "bcrypt-sha256";
    }

    private static String digest(String password) {
        return Base64.getEncoder().encodeToString(Sha256.of(password));
    }
}
