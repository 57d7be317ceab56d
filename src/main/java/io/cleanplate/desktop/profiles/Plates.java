package io.cleanplate.desktop.profiles;

import io.cleanplate.desktop.editor.canvas.PixelImage;
import io.cleanplate.imaging.Pixels;
import io.cleanplate.watermark.Profile;
import io.cleanplate.watermark.ProfileView;
import javafx.scene.AccessibleRole;
import javafx.scene.image.ImageView;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** Small pictures as large as their room allows, each pixel a square where they are enlarged. */
final class Plates {
    private static final double MOST = 6;

    private Plates() {}

    /** A mark's opacity, stretched so that thin marks show, on the black that stands for nothing. */
    static Region opacity(Profile profile, double width, double height) {
        ProfileView view = new ProfileView(profile);
        Region plate = plate(stretched(view.opacity(), view.mostOpacity()), width, height, "The mark's opacity");
        plate.getStyleClass().add("opacity");
        return plate;
    }

    /** A mark's colours, on the middle grey that stands for none. */
    static Region colour(Profile profile, double width, double height) {
        Region plate = plate(new ProfileView(profile).colour(), width, height, "The mark's colours");
        plate.getStyleClass().add("colour");
        return plate;
    }

    /**
     * Any picture.
     *
     * @param spoken what a screen reader says of it
     */
    static Region plate(Pixels pixels, double width, double height, String spoken) {
        double room = Math.min(width / pixels.width(), height / pixels.height());
        double scale = room < 1 ? room : Math.min(MOST, Math.floor(room));
        ImageView image = new ImageView(PixelImage.of(pixels));
        image.setSmooth(scale < 1);
        image.setFitWidth(Math.max(1, Math.rint(pixels.width() * scale)));
        image.setFitHeight(Math.max(1, Math.rint(pixels.height() * scale)));
        image.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        image.setAccessibleText(spoken);
        StackPane plate = new StackPane(image);
        plate.getStyleClass().add("plate");
        plate.setMinHeight(Region.USE_PREF_SIZE);
        return plate;
    }

    private static Pixels stretched(Pixels opacity, double most) {
        byte[] grey = opacity.color().clone();
        for (int i = 0; i < grey.length; i++) {
            grey[i] = (byte) Math.min(255, Math.round((grey[i] & 0xFF) / Math.max(most, 1.0 / 255)));
        }
        return opacity.withColor(grey);
    }
}
