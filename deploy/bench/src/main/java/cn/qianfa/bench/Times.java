package cn.qianfa.bench;

import java.util.Arrays;

/**
 * What one operation took, and what its parts took in the same slices; milliseconds per call.
 *
 * @param calls one for each slice, as {@code pings} and {@code appends}
 */
record Times(double[] calls, double[] pings, double[] appends) {
    static Times of(int slices) {
        return new Times(new double[slices], new double[slices], new double[slices]);
    }

    double call() {
        return median(calls);
    }

    double ping() {
        return median(pings);
    }

    double append() {
        return median(appends);
    }

    double callByPing() {
        return medianOfRatios(pings);
    }

    double callByAppend() {
        return medianOfRatios(appends);
    }

    private double medianOfRatios(double[] parts) {
        var ratios = new double[calls.length];
        Arrays.setAll(ratios, slice -> calls[slice] / parts[slice]);
        return median(ratios);
    }

    private static double median(double[] numbers) {
        var sorted = numbers.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
