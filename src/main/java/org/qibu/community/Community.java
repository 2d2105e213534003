package org.qibu.community;

/** A residential community, which is a tenant of the engine. */
public record Community(
        String code,
        String name,
        String subdistrict,
        String phone,
        String address,
        String email,
        String compoundKind) {}
