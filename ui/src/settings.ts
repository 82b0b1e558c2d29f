/** Starts the settings page. */
import "./shared/tokens.css";
import "./settings-texts";
