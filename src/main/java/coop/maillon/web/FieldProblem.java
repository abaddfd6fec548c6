package coop.maillon.web;

/** What is not right with one field, worded for whoever filled it in. */
public record FieldProblem(String field, String message) {}
