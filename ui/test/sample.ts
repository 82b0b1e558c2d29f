/** A small library for tests and for looking at the pages: enough to draw every state of the palette. */
import type { Audience, AudienceState, Contact, FieldKind, Filling, OpenField, Part, Preview, Proposal, Rank, Reminder, Row, Rung, Status } from "../src/ipc/backend";

export type SamplePhrase = Row & { text: string; subject: string; note: string };

const cultures: Readonly<Record<string, string>> = { taiwan: "Taiwan", shanghai: "Shanghai", international: "International" };
const situations: Readonly<Record<string, string>> = {
  "move-to-email": "Move to email",
  "after-hours": "After hours",
  "too-much-work": "Too much work",
  "press-again": "They press again",
  "personal-data": "Personal data",
  "right-channel": "The right channel",
};

type Short = Pick<Row, "id" | "title" | "gloss" | "situation" | "firmness"> & { rank: Rank[]; text: string; subject?: string; note?: string; culture?: string; language?: string };

function phrase(short: Short): SamplePhrase {
  const { culture = "taiwan", language = "zh-Hant-TW", subject = "", note = "", ...rest } = short;
  return {
    ...rest,
    culture,
    language,
    subject,
    note,
    culture_name: cultures[culture] ?? culture,
    situation_name: situations[short.situation] ?? short.situation,
    channel: subject ? "email" : "chat",
    gloss_language: "en",
    open: [...short.text.matchAll(/\{(\w+)\}/g)].some(([, name]) => !(name! in values)),
    layer: "shipped",
    overrides: false,
    favourite: false,
  };
}

const values: Readonly<Record<string, string>> = { my_email: "anna.weber@example.com", app: "LINE", greeting: "" };

export const phrases: readonly SamplePhrase[] = [
  phrase({
    id: "tw-start",
    title: "我先處理，下次請寄信",
    gloss: "Started; next time, please write to my mailbox",
    situation: "move-to-email",
    firmness: 1,
    rank: ["senior"],
    text: "{greeting}不好意思，{app} 我比較少看，剛剛才看到您的訊息。您交代的事我這邊馬上處理；之後若有需要，再麻煩您直接寄到 {my_email}，我會盡快回覆您，謝謝您！",
    note: "The work starts first, so the senior loses no face; “next time” carries the boundary.",
  }),
  phrase({
    id: "tw-copy",
    title: "馬上處理，之後也寄一份到信箱",
    gloss: "On it; could a copy come by email as well?",
    situation: "move-to-email",
    firmness: 1,
    rank: ["senior"],
    text: "{greeting}收到，我馬上開始處理。想跟您請示一下，這類需要留紀錄的事項，之後是不是也方便寄一份到我的公司信箱？附件和進度比較不會漏掉，我也好跟您回報。謝謝您。",
  }),
  phrase({
    id: "tw-morning",
    title: "明早整理好寄給您",
    gloss: "Left the office; yours tomorrow morning",
    situation: "after-hours",
    firmness: 2,
    rank: ["senior"],
    text: "{greeting}訊息收到了。我已經離開公司，手邊沒有電腦跟資料，明天早上 {time} 前整理好寄給您，可以嗎？如果今晚就需要，再麻煩您打電話給我。",
  }),
  phrase({
    id: "tw-which",
    title: "哪一件可以先往後排？",
    gloss: "Both are due Friday; which may wait?",
    situation: "too-much-work",
    firmness: 2,
    rank: ["senior"],
    subject: "工作排程想請教您",
    text: "{greeting}謝謝您把這個案子交給我。我目前手上有{task_a}和{task_b}，都是這週五要交，如果再加上這件，我擔心品質會顧不到。想請教您，是哪一件可以先往後排，還是請 {colleague} 支援一部分？我再依您的指示調整。",
  }),
  phrase({
    id: "tw-client-warm",
    title: "麻煩您寄到公司信箱",
    gloss: "So that nothing of yours gets missed",
    situation: "press-again",
    firmness: 1,
    rank: ["client"],
    text: "{greeting}訊息收到了，謝謝您！不好意思，{app} 的訊息比較多，我怕漏看會耽誤到您的事，方便的話再麻煩您寄到我的公司信箱 {my_email}，我會優先處理。",
  }),
  phrase({
    id: "tw-client-clear",
    title: "上次有跟您提過，請寄到信箱",
    gloss: "A reminder, with the mail already opened",
    situation: "press-again",
    firmness: 2,
    rank: ["client"],
    subject: "報價單",
    text: "{greeting}報價單的事我看到了。上次有跟您提過，為了避免漏接，需求要請您統一寄到 {my_email}。我已經先寄一封信給您，直接回那封信就可以，後續我也都會在信裡跟您更新，麻煩您了，謝謝！",
  }),
  phrase({
    id: "tw-client-firm",
    title: "依公司規定，LINE 無法列入處理",
    gloss: "Company rule: requests come by email",
    situation: "press-again",
    firmness: 3,
    rank: ["client"],
    subject: "業務需求的提出方式",
    text: "{greeting}再跟您說明一次：依公司規定，業務需求須以電子郵件提出，{app} 上的訊息無法列入處理，處理時間也會從收到信件後起算。請您寄至 {my_email}，我們會在一個工作天內回覆。感謝您的配合。",
  }),
  phrase({
    id: "tw-client-data",
    title: "客戶個資不能透過 LINE 收送",
    gloss: "Personal data may not go through LINE",
    situation: "personal-data",
    firmness: 2,
    rank: ["client"],
    subject: "檔案上傳連結",
    text: "{greeting}感謝您提供資料。因為內容涉及客戶個資，依公司規定不能透過 {app} 收送，要麻煩您改寄到 {my_email}。造成不便還請見諒，謝謝您！",
  }),
  phrase({
    id: "tw-client-tomorrow",
    title: "明天上班後先幫您確認",
    gloss: "Off work; I check first thing tomorrow",
    situation: "after-hours",
    firmness: 1,
    rank: ["client"],
    text: "{greeting}您的訊息我收到了。目前是下班時間，我明天上班後會先幫您確認，中午前回覆您，謝謝！",
  }),
  phrase({
    id: "cn-process",
    title: "走流程，麻烦发到我邮箱",
    gloss: "For the process: please send it to my mailbox",
    situation: "move-to-email",
    firmness: 1,
    rank: ["client"],
    culture: "shanghai",
    language: "zh-Hans-CN",
    text: "{greeting}收到！这个我来跟进。为了方便内部走流程，麻烦您把需求和附件发一份到我邮箱 {my_email}，我收到后马上安排，今天下班前给您反馈进度。有急事您直接打我电话。",
    note: "Speed and ownership come first; the email is only “for the process”.",
  }),
  phrase({
    id: "int-reply",
    title: "Reply here, so nothing gets lost",
    gloss: "Good to hear from you. I’m replying by email because this is where I keep work",
    situation: "move-to-email",
    firmness: 1,
    rank: ["client"],
    culture: "international",
    language: "en",
    subject: "Your {app} message",
    text: "{greeting} good to hear from you. I’m replying by email because this is where I keep work conversations, so nothing gets lost. Could you send the details here? I’ll get back to you today.",
    note: "Answers from the channel it asks for; a same-day promise rewards the move.",
  }),
];

/** Phrases that no search of the sample finds: they are come to by their id. */
export const hidden: readonly SamplePhrase[] = [
  phrase({
    id: "tw-meet",
    title: "改約時間再跟您報告",
    gloss: "Another day and time to report",
    situation: "after-hours",
    firmness: 1,
    rank: ["junior"],
    text: "{greeting}不好意思，今天時間上比較趕。想改約 {meeting_date} {meeting_time}，由我跟您報告{topic}，您方便嗎？",
  }),
  phrase({
    id: "int-named",
    title: "Please write to my work address",
    gloss: "",
    situation: "move-to-email",
    firmness: 2,
    rank: ["peer"],
    culture: "international",
    language: "en",
    text: "Hi {their_name}, could you send {topic} to {my_email}?",
  }),
  phrase({
    id: "int-unsafe",
    title: "Run this",
    gloss: "",
    situation: "move-to-email",
    firmness: 1,
    rank: ["peer"],
    culture: "international",
    language: "en",
    text: "ls\u001b[2K",
  }),
];

const person = (contact: Pick<Contact, "id" | "name" | "culture" | "rank" | "language" | "email">): Contact => ({ surname: "", given: "", title: "", app: "", ...contact });

export const contacts: readonly Contact[] = [
  person({ id: "chen", name: "陳經理", culture: "taiwan", rank: "senior", language: "zh-Hant-TW", email: "" }),
  person({ id: "lin", name: "林小姐", culture: "taiwan", rank: "client", language: "zh-Hant-TW", email: "lin@example.com" }),
  person({ id: "wang", name: "王总", culture: "shanghai", rank: "client", language: "zh-Hans-CN", email: "" }),
  person({ id: "david", name: "David Okafor", culture: "international", rank: "client", language: "en", email: "david.okafor@example.com" }),
];

const greetings: Readonly<Record<string, string>> = { chen: "陳經理您好，", lin: "林小姐您好，", wang: "王总好，", david: "Hi David," };

export const status: Status = {
  version: "0.1.0",
  language: "en",
  theme: "system",
  hotkey: { state: "active", key: "Ctrl+Alt+Space" },
  tray: true,
  first_run: false,
  problems: 0,
  phrases: phrases.length,
  keep_warm_minutes: 30,
  reminders: 0,
  auto_paste: false,
  can_paste: true,
  loading: false,
};

/** What 林小姐 got lately, and what goes on from there. */
export const proposal: Proposal = {
  id: "tw-client-clear",
  title: "上次有跟您提過，請寄到信箱",
  firmness: 2,
  last_firmness: 1,
  last_title: "麻煩您寄到公司信箱",
  days: 2,
  situation_name: "They press again",
  name: "林小姐",
};

/** What copies a phrase. */
export function filling(id: string, more: Partial<Filling> = {}): Filling {
  return { id, set: {}, contact: null, audience: null, person: null, remember: false, sure: false, paste: false, ...more };
}

/** Comes back at 14:35 by the clock of this machine. */
export function reminder(number: number, more: Partial<Reminder> = {}): Reminder {
  return { number, id: "tw-copy", title: "馬上處理，之後也寄一份到信箱", whom: "陳經理", rank: "senior", due: new Date(2026, 10, 26, 14, 35).toISOString(), came: false, filling: filling("tw-copy", { contact: "chen" }), channel: "chat", ...more };
}

/** Writing to this contact's audience. */
export function audienceState(contact: string | null, audience?: Audience): AudienceState {
  const person = contacts.find(({ id }) => id === contact) ?? contacts[0]!;
  const { culture, rank, language } = audience ?? person;
  const choice = (id: string, name: string, languages: string[] = []) => ({ id, name, help: "", languages });
  return {
    audience: { culture, rank, language },
    contact,
    cultures: [choice("taiwan", "Taiwan", ["zh-Hant-TW", "en"]), choice("shanghai", "Shanghai", ["zh-Hans-CN", "en"]), choice("international", "International", ["en"])],
    languages: [choice("zh-Hant-TW", "繁體中文"), choice("zh-Hans-CN", "简体中文"), choice("en", "English")],
  };
}

const fields: Readonly<Record<string, [label: string, kind: FieldKind, setting: string | null]>> = {
  time: ["Time", "time", null],
  meeting_date: ["Date", "date", null],
  meeting_time: ["Time", "time", null],
  topic: ["Topic", "text", null],
  task_a: ["First task", "text", null],
  task_b: ["Second task", "text", null],
  their_name: ["Their name", "text", null],
  colleague: ["Colleague", "text", null],
  my_email: ["My work email", "text", "profile.email"],
};

/** Cuts a text at its placeholders and fills those it has a value for. */
export function fill(text: string, filled: Readonly<Record<string, string>>): Part[] {
  let start = 0;
  return text.split(/(\{\w+\})/).flatMap((piece): Part[] => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1] ?? null;
    const value = name === null ? undefined : filled[name];
    const part: Part = { kind: name === null ? "words" : value === undefined ? "open" : "filled", text: value ?? piece, name, start };
    start += [...piece].length;
    return part.text ? [part] : [];
  });
}

const openField = (name: string, remembered: string | null): OpenField => {
  const [label, kind, setting] = fields[name] ?? [name, "text", null];
  return { name, label, kind, setting, remembered };
};

/** How a phrase of the sample reads. */
export function preview(phrase: SamplePhrase, contact: string | null, set: Readonly<Record<string, string>>, missing: readonly string[] = [], remembered: Readonly<Record<string, string>> = {}): Preview {
  const known = Object.fromEntries(Object.entries({ ...values, greeting: greetings[contact ?? ""] ?? "您好，" }).filter(([name]) => !missing.includes(name)));
  const app = phrase.culture === "taiwan" ? "LINE" : phrase.culture === "shanghai" ? "WeChat" : "WhatsApp";
  const filled = { ...known, app, ...set };
  const parts = fill(phrase.text, filled);
  const subject = phrase.subject ? fill(phrase.subject, filled) : [];
  const open = [...new Set(parts.flatMap(({ kind, name }) => (kind === "open" && name ? [name] : [])))].map((name) => openField(name, remembered[name] ?? null));
  return {
    parts,
    subject,
    open,
    gloss: phrase.gloss,
    gloss_language: "en",
    note: phrase.note,
    note_language: "en",
    reason_name: null,
    app,
    ladder: ladder(phrase),
    row: phrase,
  };
}

function ladder({ situation, culture, language, rank }: SamplePhrase): Rung[] {
  return [1, 2, 3, 4].map((firmness) => {
    const found = phrases.find((each) => each.situation === situation && each.firmness === firmness && each.culture === culture && each.language === language && each.rank.some((one) => rank.includes(one)));
    return { firmness, id: found?.id ?? null, title: found?.title ?? null };
  });
}
