/** What the pages ask of the resident program. Everything outside this folder is handed a `Backend`, so a test passes a plain object. */
import type {
  Audience,
  AudienceState,
  Browse,
  BrowsePage,
  Change,
  Checked,
  Choices,
  ConflictCopy,
  Contact,
  Copied,
  Failure,
  Filling,
  Filter,
  FormDraft,
  Found,
  Imported,
  Memory,
  Operation,
  PackLook,
  Paths,
  PhraseDraft,
  PhraseView,
  Preview,
  Problem,
  Reminder,
  Saved,
  Settings,
  Status,
} from "./types";

export type * from "./types";

/** Text, truth, number or a list of texts; null takes the key out of the file. */
export type SettingValue = string | boolean | number | string[] | null;

export type Search = { query: string; audience?: Audience; filter?: Filter; limit: number };

/** What the window program tells a page, each with what comes along. */
export interface Events {
  "palette-shown": { phrase: string | null; write: string | null };
  "palette-hidden": null;
  /** With a phrase to show, or with words that a new one begins with. */
  "settings-shown": { phrase: string | null; write: string | null };
  /** Library, settings or audience are others than before: ask again. */
  changed: null;
}

/** Every promise is refused with a `Failure`. */
export interface Backend {
  search(search: Search): Promise<Found>;
  preview(filling: Filling): Promise<Preview>;
  copy(filling: Filling): Promise<Copied>;
  mail(filling: Filling): Promise<Copied>;
  audience(): Promise<AudienceState>;
  setAudience(audience: Audience, contact: string | null): Promise<AudienceState>;
  setFavourite(id: string, favourite: boolean): Promise<boolean>;
  choices(): Promise<Choices>;
  status(): Promise<Status>;
  contacts(): Promise<Contact[]>;
  settings(): Promise<Settings>;
  setSetting(key: string, value: SettingValue): Promise<Settings>;
  /** On a phrase, or to write a new one that begins with `write`. */
  openSettings(phrase: string | null, write: string | null): Promise<void>;
  hidePalette(): Promise<void>;
  /** The palette is drawn: what was typed before that can be given to it. */
  pageHears(): Promise<void>;

  browse(browse: Browse): Promise<BrowsePage>;
  show(id: string): Promise<PhraseView>;
  previewDraft(draft: PhraseDraft, contact: string | null): Promise<Preview>;
  /** `base` is the phrase as the form opened it: what others changed since is brought together with it. */
  savePhrase(draft: PhraseDraft, base: PhraseDraft | null): Promise<Saved>;
  deletePhrase(id: string): Promise<Saved>;
  restoreOriginal(id: string): Promise<Saved>;
  undo(steps: number): Promise<Operation[]>;
  history(id: string | null): Promise<Operation[]>;
  /** What an operation did, phrase by phrase. */
  changes(step: number): Promise<Change[]>;
  /** Gives a phrase the wording it had after a step. */
  restore(id: string, step: number): Promise<Saved>;
  check(draft: PhraseDraft): Promise<Checked>;
  /** Answers a finding for good; null listens to it again. */
  silence(id: string, rule: string, why: string | null): Promise<Saved>;
  keepFormDraft(key: string, content: string): Promise<void>;
  dropFormDraft(key: string): Promise<void>;
  formDrafts(): Promise<FormDraft[]>;
  /** Puts the last good version of a damaged pack in its place. */
  restoreFile(file: string): Promise<Operation>;
  conflictCopies(): Promise<ConflictCopy[]>;
  mergeCopy(file: string): Promise<void>;
  lookAtPack(name: string, text: string): Promise<PackLook>;
  importPack(name: string, text: string): Promise<Imported>;
  removePack(file: string): Promise<number | null>;
  /** Writes the pack to the folder for downloads; the answer is the file. */
  exportPack(pack: string): Promise<string>;
  memory(): Promise<Memory>;
  /** Forgets one person, or with null everything. */
  forget(key: string | null): Promise<Memory>;
  remind(filling: Filling, minutes: number): Promise<Reminder>;
  reminders(): Promise<Reminder[]>;
  dropReminder(number: number): Promise<Reminder[]>;
  saveContact(contact: Contact): Promise<Contact>;
  deleteContact(id: string): Promise<void>;
  problems(): Promise<Problem[]>;
  paths(): Promise<Paths>;

  /** Calls `handler` for each event until the function it returns is called. */
  on<Name extends keyof Events>(name: Name, handler: (event: Events[Name]) => void): () => void;
}

/** What a refused promise holds, whatever was thrown. */
export function asFailure(thrown: unknown): Failure {
  if (typeof thrown === "object" && thrown !== null && "code" in thrown && "detail" in thrown) {
    return thrown as Failure;
  }
  return { code: "internal", detail: String(thrown), names: [] };
}
