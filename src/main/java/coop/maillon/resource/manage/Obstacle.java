package coop.maillon.resource.manage;

import coop.maillon.resource.ResourceId;
import coop.maillon.resource.TimeSlot;
import coop.maillon.resource.UnitId;

/** A booking to come that lies on what somebody wants to take away. */
public record Obstacle(
    long booking,
    String memberName,
    String title,
    ResourceId resource,
    UnitId unit,
    TimeSlot slot) {}
