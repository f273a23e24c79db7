package dev.touchstone.verify;

import dev.touchstone.masterdata.Location;
import java.time.Instant;

/** That a thing was at a place, by an event or by a scan. */
public record Sighting(Instant at, Location location) {}
