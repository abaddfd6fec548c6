package coop.maillon.member.habilitation;

import java.time.LocalDate;

/** A training as a coordinator announces it. */
public record TrainingDraft(String title, LocalDate heldOn, long site) {}
