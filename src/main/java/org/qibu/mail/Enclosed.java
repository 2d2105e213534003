package org.qibu.mail;

/** A file fetched for one attempt of sending. */
record Enclosed(String fileName, String contentType, byte[] content) {}
