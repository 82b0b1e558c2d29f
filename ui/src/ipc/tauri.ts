/** The `Backend` inside the window program: each call is one Tauri command. */
import { invoke, type InvokeArgs } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";

import type { Backend, Events } from "./backend";
import { begunWith, endBeginning } from "./beginning";

let listening: Promise<unknown> = Promise.resolve();

/** Asks once every handler so far can hear: the window program takes a page's first question as the sign that it can. */
async function ask<Answer>(command: string, given?: InvokeArgs): Promise<Answer> {
  const begun = begunWith(command, given);
  if (begun) return begun.answer as Answer;
  await listening;
  return invoke<Answer>(command, given);
}

export const tauri: Backend = {
  search: (search) => ask("search", search),
  preview: (filling) => ask("preview", { filling }),
  copy: (filling) => ask("copy", { filling }),
  mail: (filling) => ask("mail", { filling }),
  audience: () => ask("audience"),
  setAudience: (audience, contact) => ask("set_audience", { audience, contact }),
  setFavourite: (id, favourite) => ask("set_favourite", { id, favourite }),
  choices: () => ask("choices"),
  status: () => ask("status"),
  contacts: () => ask("contacts"),
  settings: () => ask("settings"),
  setSetting: (key, value) => ask("set_setting", { key, value }),
  openSettings: (phrase, write) => ask("open_settings", { phrase, write }),
  hidePalette: () => ask("hide_palette"),
  pageHears: () => {
    endBeginning();
    return ask("page_hears");
  },

  browse: (browse) => ask("browse", { browse }),
  show: (id) => ask("show", { id }),
  previewDraft: (draft, contact) => ask("preview_draft", { draft, contact }),
  savePhrase: (draft, base) => ask("save_phrase", { draft, base }),
  deletePhrase: (id) => ask("delete_phrase", { id }),
  restoreOriginal: (id) => ask("restore_original", { id }),
  undo: (steps) => ask("undo", { steps }),
  history: (id) => ask("history", { id }),
  changes: (step) => ask("changes", { step }),
  restore: (id, step) => ask("restore", { id, step }),
  check: (draft) => ask("check", { draft }),
  silence: (id, rule, why) => ask("silence", { id, rule, why }),
  keepFormDraft: (key, content) => ask("keep_form_draft", { key, content }),
  dropFormDraft: (key) => ask("drop_form_draft", { key }),
  formDrafts: () => ask("form_drafts"),
  restoreFile: (file) => ask("restore_file", { file }),
  conflictCopies: () => ask("conflict_copies"),
  mergeCopy: (file) => ask("merge_copy", { file }),
  lookAtPack: (name, text) => ask("look_at_pack", { name, text }),
  importPack: (name, text) => ask("import_pack", { name, text }),
  removePack: (file) => ask("remove_pack", { file }),
  exportPack: (pack) => ask("export_pack", { pack }),
  memory: () => ask("memory"),
  forget: (key) => ask("forget", { key }),
  remind: (filling, minutes) => ask("remind", { filling, minutes }),
  reminders: () => ask("reminders"),
  dropReminder: (number) => ask("drop_reminder", { number }),
  saveContact: (contact) => ask("save_contact", { contact }),
  deleteContact: (id) => ask("delete_contact", { id }),
  problems: () => ask("problems"),
  paths: () => ask("paths"),

  on<Name extends keyof Events>(name: Name, handler: (event: Events[Name]) => void) {
    const heard = listen<Events[Name]>(name, (event) => {
      endBeginning();
      handler(event.payload);
    });
    listening = Promise.all([listening, heard]);
    return () => void heard.then((stop) => stop());
  },
};
