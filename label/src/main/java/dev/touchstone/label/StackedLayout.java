package dev.touchstone.label;

import dev.touchstone.label.Attempt.Direction;
import dev.touchstone.label.Attempt.Fits;
import dev.touchstone.label.Attempt.Lacks;
import dev.touchstone.label.Drawing.Placed;
import dev.touchstone.label.Drawing.Rule;
import dev.touchstone.label.Drawing.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * From top to bottom: heading, fields, symbol, human-readable interpretation, as the building blocks of a GS1 logistic
 * label ask. The symbol is centred and as low as its interpretation allows; the other text begins at the top margin.
 */
record StackedLayout(LabelDesign design, Placed symbol, Caption caption, Grid grid) {

    Attempt attempt(double textScale, boolean breaks) {
        double margin = design.marginMm();
        double edge = Math.max(margin, symbol.quietMm());
        double symbolRoom = design.widthMm() - 2 * edge;
        if (symbol.widthMm() > symbolRoom + 1e-9) {
            return new Lacks("The symbol", Direction.WIDE, symbol.widthMm(), symbolRoom);
        }
        double textWidth = design.widthMm() - 2 * margin;
        Column hri = new Column(textWidth, grid);
        hri.elements(symbol.symbol().hri(), design.hri(), textScale, breaks);
        Column heading = new Column(textWidth, grid);
        if (!caption.title().isEmpty()) {
            heading.heading(caption.title(), design.title(), textScale, breaks ? Integer.MAX_VALUE : 2, breaks);
        }
        Column fields = new Column(textWidth, grid);
        new Fields(caption.fields(), design.field()).formIn(fields, textScale);
        Optional<Lacks> tooWide = Layout.tooWide(heading, fields, hri);
        if (tooWide.isPresent()) {
            return tooWide.get();
        }
        double hriMm = design.hri().at(textScale);
        double hriGap = Math.max(0.7 * hriMm, symbol.verticalQuietMm() + 0.4 * hriMm);
        double lowerHeight = symbol.heightMm() + hriGap + hri.heightMm();
        double symbolY = grid.nearest(design.heightMm() - margin - lowerHeight);
        double upperHeight = height(heading) + height(fields) + symbol.verticalQuietMm();
        double upperRoom = symbolY - margin;
        if (upperHeight > upperRoom + 1e-9) {
            return new Lacks("The text above the symbol", Direction.HIGH, upperHeight, upperRoom);
        }
        return new Fits(place(heading, fields, hri, symbolY, hriGap));
    }

    /** Height of a part with the line that ends it. */
    private double height(Column part) {
        return part.isEmpty() ? 0 : part.heightMm() + 2 * betweenMm();
    }

    private double betweenMm() {
        return 0.8 * design.marginMm();
    }

    private Drawing place(Column heading, Column fields, Column hri, double symbolY, double hriGap) {
        double margin = design.marginMm();
        double centre = design.widthMm() / 2;
        List<Run> runs = new ArrayList<>(heading.at(margin, margin));
        runs.addAll(fields.at(margin, margin + height(heading)));
        runs.addAll(hri.at(centre - hri.usedWidthMm() / 2, symbolY + symbol.heightMm() + hriGap));
        List<Rule> rules = new ArrayList<>();
        if (!heading.isEmpty() && !fields.isEmpty()) {
            rules.add(rule(margin + heading.heightMm() + betweenMm()));
        }
        if (!heading.isEmpty() || !fields.isEmpty()) {
            rules.add(rule(symbolY - symbol.verticalQuietMm() - betweenMm()));
        }
        double symbolX = grid.nearest(centre - symbol.widthMm() / 2);
        return new Drawing(
                design.widthMm(),
                design.heightMm(),
                symbol.at(symbolX, symbolY),
                List.copyOf(runs),
                List.copyOf(rules));
    }

    private Rule rule(double yMm) {
        double thickness = grid.up(0.25);
        return new Rule(
                grid.nearest(design.marginMm()),
                grid.nearest(yMm),
                grid.nearest(design.widthMm() - 2 * design.marginMm()),
                thickness);
    }
}
