/** Gives the settings window its own texts, which the palette does not load. */
import en from "../../src-tauri/locales/en/settings.ftl?raw";
import hans from "../../src-tauri/locales/zh-Hans-CN/settings.ftl?raw";
import hant from "../../src-tauri/locales/zh-Hant-TW/settings.ftl?raw";
import { addTexts } from "./shared/texts.svelte";

addTexts({ en, "zh-Hant-TW": hant, "zh-Hans-CN": hans });
