/** ESLint rule: comments and names of tests are written in plain English, without the words of the old dialect. */

/** Words and phrases that are refused, each with what to write instead. */
export const REFUSED = [
  [/\b(?:tells?|telling|told)\b/i, 'say what it returns, reports, notifies or writes'],
  [/\bstands?\b/i, 'write "is", "is listed", "is stored" or the like'],
  [/\blies?\b/i, 'write "is", "is stored" or the like'],
  [/\bmend(?:s|ed|ing)?\b/i, 'write "repair", "fix" or "correct"'],
  [/\bdeeds?\b/i, 'write "action" or "command"'],
  [/\bgrounds?\b/i, 'write "background", "basis" or "base version"'],
  [/\broads?\b/i, 'write "workflow", "path" or "route"'],
  [/\breckon(?:s|ed|ing)?\b/i, 'write "compute" or "count"'],
  [/\banew\b/i, 'write "again"'],
  [/\bbeside\b/i, 'write "next to", "with" or "in addition to"'],
  [/\bwhoever\b/i, 'name the person or the caller'],
  [/\b(?:is|are|was|were) let go of\b/i, 'write "is released"'],
  [/\bby chance\b/i, 'write "at random" or "randomly"'],
]

/** Functions whose first argument is the name of a test or of a group of tests. */
const TEST_FUNCTIONS = new Set(['describe', 'it', 'test'])

/** Name of the test function of a call such as `it(…)`, `it.skip(…)` or `test.each(rows)(…)`. */
function calledName(callee) {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type === 'MemberExpression') return calledName(callee.object)
  if (callee.type === 'CallExpression') return calledName(callee.callee)
  if (callee.type === 'TaggedTemplateExpression') return calledName(callee.tag)
  return undefined
}

/** Commented code, quoted text and code spans are not prose; blanks keep the positions. */
const prose = text => text.replace(/`[^`\n]*`|"[^"\n]*"/g, quoted => ' '.repeat(quoted.length))

/** Every refused word of a text: `{ at, word, advice }`. */
export function refusedWords(text) {
  return REFUSED.flatMap(([pattern, advice]) =>
    [...prose(text).matchAll(new RegExp(pattern, 'gi'))].map(({ index, 0: word }) => ({
      at: index,
      word,
      advice,
    })),
  ).sort((a, b) => a.at - b.at)
}

export const plainWords = {
  meta: {
    type: 'suggestion',
    docs: { description: 'Refuses words of the old dialect in comments and, if asked, in names of tests.' },
    schema: [
      {
        type: 'object',
        properties: { testNames: { type: 'boolean' } },
        additionalProperties: false,
      },
    ],
    messages: { refused: '"{{word}}" is refused in comments and names of tests: {{advice}}.' },
  },
  create(context) {
    const { sourceCode } = context
    const { testNames = false } = context.options[0] ?? {}
    const reportIn = (text, start) => {
      for (const { at, word, advice } of refusedWords(text)) {
        context.report({
          loc: {
            start: sourceCode.getLocFromIndex(start + at),
            end: sourceCode.getLocFromIndex(start + at + word.length),
          },
          messageId: 'refused',
          data: { word, advice },
        })
      }
    }
    return {
      Program() {
        // Both `//` and `/*` are two characters before the value of a comment.
        for (const { value, range } of sourceCode.getAllComments()) reportIn(value, range[0] + 2)
      },
      CallExpression({ callee, arguments: [name] }) {
        if (!testNames || !name || !TEST_FUNCTIONS.has(calledName(callee))) return
        if (name.type === 'Literal' && typeof name.value === 'string')
          reportIn(name.raw.slice(1, -1), name.range[0] + 1)
        if (name.type === 'TemplateLiteral') {
          for (const { value, range } of name.quasis) reportIn(value.raw, range[0] + 1)
        }
      },
    }
  },
}

export default { meta: { name: 'house' }, rules: { 'plain-words': plainWords } }
