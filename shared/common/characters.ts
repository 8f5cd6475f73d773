/**
 * Classes of characters for regular expressions with the flag `u`, written out, since the oldest phones lack
 * `\p{…}` and every engine has its own version of Unicode. Source: Unicode 15.1 (Scripts.txt,
 * DerivedGeneralCategory.txt), checked on 2026-12-01 against Node's own properties by
 * test/unit/shared/characters.test.ts.
 */

/** Chinese characters, `\p{Script=Han}`. */
export const HAN = [
  String.raw`\u2e80-\u2e99\u2e9b-\u2ef3\u2f00-\u2fd5\u3005\u3007\u3021-\u3029\u3038-\u303b\u3400-\u4dbf`,
  String.raw`\u4e00-\u9fff\uf900-\ufa6d\ufa70-\ufad9\u{16fe2}\u{16fe3}\u{16ff0}\u{16ff1}`,
  String.raw`\u{20000}-\u{2a6df}\u{2a700}-\u{2ebe0}\u{2ebf0}-\u{2ee5d}\u{2f800}-\u{2fa1d}\u{30000}-\u{323af}`,
].join('')

/**
 * Punctuation, symbols, blanks and control characters of Latin, Greek, Cyrillic, Arabic, Tibetan, Mongolian and East Asian
 * text and the emoji, `[\p{P}\p{S}\p{Z}\p{Cc}\p{Cf}]`; in all other scripts every character counts as a letter.
 */
export const SIGNS = [
  String.raw`\u0000-\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf`,
  String.raw`\u00d7\u00f7\u02c2-\u02c5\u02d2-\u02df\u02e5-\u02eb\u02ed\u02ef-\u02ff\u0375\u037e\u0384\u0385`,
  String.raw`\u0387\u03f6\u0482\u055a-\u055f\u0589-\u058f\u0600-\u060f\u061b-\u061f\u066a-\u066d\u06d4\u06dd`,
  String.raw`\u06de\u06e9\u06fd\u06fe\u0f01-\u0f17\u0f1a-\u0f1f\u0f34\u0f36\u0f38\u0f3a-\u0f3d\u0f85`,
  String.raw`\u0fbe-\u0fc5\u0fc7-\u0fda\u1800-\u180a\u180e\u2000-\u206f\u207a-\u207e\u208a-\u208e`,
  String.raw`\u20a0-\u20c1\u2100\u2101\u2103-\u2106\u2108\u2109\u2114\u2116-\u2118\u211e-\u2123\u2125\u2127`,
  String.raw`\u2129\u212e\u213a\u213b\u2140-\u2144\u214a-\u214d\u214f\u218a-\u244a\u249c-\u24e9\u2500-\u2775`,
  String.raw`\u2794-\u2bff\u2ce5-\u2cea\u2cf9-\u2cfc\u2cfe\u2cff\u2d70\u2e00-\u2e2e\u2e30-\u3004\u3008-\u3020`,
  String.raw`\u3030\u3036\u3037\u303d-\u303f\u309b\u309c\u30a0\u30fb\u3190\u3191\u3196-\u319f\u31c0-\u31ef`,
  String.raw`\u3200-\u321e\u322a-\u3247\u3250\u3260-\u327f\u328a-\u32b0\u32c0-\u33ff\u4dc0-\u4dff\ufb29`,
  String.raw`\ufbb2-\ufbd2\ufd3e-\ufd4f\ufd90\ufd91\ufdc8-\ufdcf\ufdfc-\ufdff\ufe10-\ufe19\ufe30-\ufe6b`,
  String.raw`\ufeff-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\uffe0-\ufffd\u{1f000}-\u{1f0f5}`,
  String.raw`\u{1f10d}-\u{1faf8}`,
].join('')
