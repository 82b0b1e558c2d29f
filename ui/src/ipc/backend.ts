/** What the pages ask of the resident program. Everything outside this folder is handed a `Backend`, so a test passes a plain object. */
import type {
  Audience,
  AudienceState,
  Browse,
  BrowsePage,
  Choices,
  Contact,
  Copied,
  Failure,
  Filling,
  Filter,
  Found,
  Operation,
  Paths,
  PhraseDraft,
  PhraseView,
  Preview,
  Problem,
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
  "palette-shown": { phrase: string | null };
  "palette-hidden": null;
  "settings-shown": { phrase: string | null };
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
  openSettings(phrase: string | null): Promise<void>;
  hidePalette(): Promise<void>;
  /** The palette is drawn: what was typed before that can be given to it. */
  pageHears(): Promise<void>;

  browse(browse: Browse): Promise<BrowsePage>;
  show(id: string): Promise<PhraseView>;
  previewDraft(draft: PhraseDraft, contact: string | null): Promise<Preview>;
  savePhrase(draft: PhraseDraft): Promise<Saved>;
  deletePhrase(id: string): Promise<Saved>;
  restoreOriginal(id: string): Promise<Saved>;
  undo(steps: number): Promise<Operation[]>;
  history(id: string | null): Promise<Operation[]>;
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
