package dev.touchstone.benchmark;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Random numbers that do not depend on which core draws them: each piece of work has a stream of its own, named by the seed and
 * the number of the piece.
 */
final class RandomStream {
    private RandomStream() {}

    static UniformRandomProvider of(long seed, long piece) {
        long[] state = new long[4];
        long x = mix(seed) + piece * 0x9E3779B97F4A7C15L;
        for (int i = 0; i < state.length; i++) {
            x += 0x9E3779B97F4A7C15L;
            state[i] = mix(x ^ mix(piece + i));
        }
        return RandomSource.XO_SHI_RO_256_PP.create(state);
    }

    /** Finaliser of SplitMix64 (Stafford's variant 13). */
    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
