/**
 * Which Taro components carry which aria attributes. Only those that the app uses: each pair costs template bytes. No
 * StaticImage: it has no definition of its own, and attributes alone would replace that of Image, `src` included.
 */
const COMPONENTS = [
  'View',
  'StaticView',
  'PureView',
  'ClickView',
  'CatchView',
  'Text',
  'StaticText',
  'Button',
  'Image',
  'Input',
  'Textarea',
  'Picker',
  'ScrollView',
]

const ATTRIBUTES = [
  'aria-role',
  'aria-label',
  'aria-hidden',
  'aria-checked',
  'aria-disabled',
  'aria-selected',
  'aria-expanded',
  'aria-live',
]

/** An object with these keys and the values that `make` gives. Runs on phones too, which lack `Object.fromEntries`. */
const recordOf = (keys, make) => keys.reduce((record, key) => Object.assign(record, { [key]: make() }), {})

/** A fresh object at each call: Taro changes what it is given. */
const ariaComponents = () => recordOf(COMPONENTS, () => recordOf(ATTRIBUTES, () => ''))

module.exports = { ariaComponents }
