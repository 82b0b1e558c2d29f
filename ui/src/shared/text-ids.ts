/** The ids of the texts and what each needs. Written by `npm run texts`; do not edit by hand. */

/** Both windows. */
export interface SharedTexts {
  "rank-junior": null;
  "rank-peer": null;
  "rank-senior": null;
  "rank-client": null;
  "firmness-1": null;
  "firmness-2": null;
  "firmness-3": null;
  "firmness-4": null;
  "firmness-measure-1": null;
  "firmness-measure-2": null;
  "firmness-measure-3": null;
  "firmness-measure-4": null;
  "failure-unknown": null;
  "failure-open-placeholders": null;
  "failure-clipboard-busy": null;
  "failure-no-clipboard": null;
  "failure-bad-value": null;
  "failure-file-damaged": null;
  "failure-not-saved": null;
  "failure-nothing-to-undo": null;
  "failure-no-mail": null;
  "failure-no-window": null;
  "failure-internal": null;
  "palette-query": null;
  "palette-phrases": null;
  "palette-whom": null;
  "palette-culture": null;
  "palette-rank": null;
  "palette-language": null;
  "palette-contact": null;
  "palette-anyone": null;
  "palette-others": null;
  "palette-by-mail": null;
  "palette-form-opens": null;
  "palette-favourite": null;
  "palette-in-app": { app: string | number };
  "palette-to": null;
  "palette-subject": null;
  "palette-why": null;
  "palette-write": { query: string | number };
  "palette-write-first": null;
  "palette-write-under": { culture: string | number; language: string | number; rank: string | number };
  "palette-none": { query: string | number };
  "palette-none-help": null;
  "palette-none-first": null;
  "palette-none-first-help": null;
  "palette-rung-none": null;
  "palette-form": null;
  "palette-remember": null;
  "palette-date-hint": null;
  "palette-time-hint": null;
  "palette-count": { count: string | number };
  "palette-found": { elsewhere: string | number; here: string | number };
  "palette-open": { all: string | number; open: string | number };
  "palette-rung": { at: string | number; name: string | number };
  "palette-no-firmer": null;
  "palette-no-softer": null;
  "palette-copied": { culture: string | number; rank: string | number; situation: string | number };
  "palette-favourite-added": null;
  "palette-favourite-removed": null;
  "palette-key-copy": null;
  "palette-key-mail": null;
  "palette-key-only-copy": null;
  "palette-key-email": null;
  "palette-key-firmness": null;
  "palette-key-ladder": null;
  "palette-key-fill": null;
  "palette-key-next": null;
  "palette-key-copy-complete": null;
  "palette-key-mail-complete": null;
  "palette-key-write": null;
  "palette-key-clear": null;
}

/** The settings window only. */
export interface SettingsTexts {

}
