package coop.maillon.vehicle.fleet;

/** How a query finds out how full a vehicle is and what is booked of it; {@link Standing} reads the rows. */
public final class ChargeRows {

  /** One row a trip that ends after the last reading; one row without a trip where there is none. */
  private static final String ROWS = """
      SELECT v.resource_id, v.usable_kwh, v.kwh_per_100km, v.plug_kw, v.efficiency, v.reserve, v.margin, v.winter,
             v.learned_kwh_per_100km, v.learned_trips,
             r.soc_pct, r.plugged, r.odometer_km, (extract(epoch FROM r.at) * 1000)::bigint AS read_at,
             t.id AS trip, t.distance_km, t.member_id AS member, t.is_out,
             (extract(epoch FROM t.starts_at) * 1000)::bigint AS starts, (extract(epoch FROM t.ends_at) * 1000)::bigint AS ends
        FROM vehicle v
        LEFT JOIN LATERAL (
               SELECT soc_pct, plugged, odometer_km, at
                 FROM vehicle_reading
                WHERE resource_id = v.resource_id
                ORDER BY at DESC, id DESC
                LIMIT 1) r ON true
        LEFT JOIN LATERAL (
               SELECT b.id, b.distance_km, b.member_id, b.starts_at, b.ends_at,
                      b.must_return AND b.arrived_at IS NOT NULL AND b.left_at IS NULL AS is_out
                 FROM unit u
                 JOIN occupancy o ON o.unit_id = u.id AND o.cause = 'booking' AND o.during && tstzrange(r.at, NULL)
                 JOIN booking b ON b.id = o.booking_id
                WHERE u.resource_id = v.resource_id AND r.at IS NOT NULL AND b.ends_at > r.at
                  AND (b.left_at IS NULL OR b.left_at > r.at)) t ON true
       WHERE v.resource_id = RESOURCE
       ORDER BY t.starts_at
      """;

  private ChargeRows() {}

  /** @param resource its id as the query has it, such as {@code $1}, or those of several: {@code ANY ($1)} */
  public static String of(String resource) {
    return ROWS.replace("RESOURCE", resource);
  }

  /** All of them in one array, for a query that asks more. */
  public static String inOne(String resource) {
    return "(SELECT coalesce(jsonb_agg(to_jsonb(c)), '[]') FROM (" + of(resource) + ") c)";
  }
}
