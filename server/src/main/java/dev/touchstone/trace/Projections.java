package dev.touchstone.trace;

import dev.touchstone.ledger.Projection;
import java.util.List;

/** The projections that the answers of this package rest on. */
public final class Projections {

    private Projections() {}

    /** All of them, in the order in which they are applied. */
    public static List<Projection> all() {
        return List.of(new LifeProjection(), new GenealogyProjection());
    }
}
