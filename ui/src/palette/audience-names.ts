/** What people call the places, ranks and languages we ship words for, besides the names the app shows. The search of the resident program knows the same words. */
import type { Rank } from "../ipc/backend";

export const placeNames: Readonly<Record<string, readonly string[]>> = {
  taiwan: ["tw", "taiwan", "taipei", "台灣", "臺灣", "台湾", "台北", "臺北", "臺"],
  shanghai: ["sh", "cn", "shanghai", "china", "mainland", "上海", "大陸", "大陆", "中国", "中國"],
  international: ["intl", "int", "international", "國際", "国际", "overseas"],
};

export const rankNames: Readonly<Record<Rank, readonly string[]>> = {
  junior: ["junior", "juniors", "部屬", "部属", "下屬", "下属", "晚輩", "晚辈"],
  peer: ["peer", "peers", "同事", "平輩", "平辈", "同级", "同級"],
  senior: ["senior", "seniors", "主管", "領導", "领导", "上司", "長官", "长官", "老闆", "老板", "boss"],
  client: ["client", "clients", "customer", "customers", "客戶", "客户"],
};

/** By the start of the language's tag. */
export const languageNames: Readonly<Record<string, readonly string[]>> = {
  en: ["english", "英文", "英語", "英语"],
  "zh-Hant": ["繁體", "繁体", "繁中", "正體", "正体"],
  "zh-Hans": ["简体", "簡體", "简中", "簡中"],
  zh: ["chinese", "中文"],
};
