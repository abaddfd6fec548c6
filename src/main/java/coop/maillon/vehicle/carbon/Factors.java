package coop.maillon.vehicle.carbon;

import java.time.LocalDate;

/**
 * By how much electricity and the reference car warm the air.
 *
 * @param electricityGPerKwh at the plug
 * @param dated when the sources were read
 * @param from the first day on which a trip may begin that is reckoned with it
 */
record Factors(
    double electricityGPerKwh,
    String electricitySource,
    double referenceGPerKm,
    String referenceSource,
    LocalDate dated,
    LocalDate from) {}
