import { ar } from '../src/locales/ar.js';
import { de } from '../src/locales/de.js';
import { en, type Messages } from '../src/locales/en.js';
import { es } from '../src/locales/es.js';
import { fr } from '../src/locales/fr.js';
import { he } from '../src/locales/he.js';
import { it } from '../src/locales/it.js';
import { ja } from '../src/locales/ja.js';
import { ko } from '../src/locales/ko.js';
import { nl } from '../src/locales/nl.js';
import { pl } from '../src/locales/pl.js';
import { ptBR } from '../src/locales/pt-BR.js';
import { tr } from '../src/locales/tr.js';
import { zhCN } from '../src/locales/zh-CN.js';

/** Every catalogue, by the name of its file. */
export const catalogues: Readonly<Record<string, Messages>> = {
  ar,
  de,
  en,
  es,
  fr,
  he,
  it,
  ja,
  ko,
  nl,
  pl,
  'pt-BR': ptBR,
  tr,
  'zh-CN': zhCN,
};
