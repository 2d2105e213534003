package org.qibu.community;

/** A body that can lead work or take part: committee, property firm, resident unit, department. */
public record Organisation(
        String communityCode, String code, String name, String groupId, String email, String status) {}
