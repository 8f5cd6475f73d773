/** Which Taro components carry which aria attributes. Only those that the app uses: each pair costs template bytes. */
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
  'StaticImage',
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

/** A fresh object at each call: Taro changes what it is given. */
function ariaComponents() {
  const attributes = () => Object.fromEntries(ATTRIBUTES.map(name => [name, '']))
  return Object.fromEntries(COMPONENTS.map(name => [name, attributes()]))
}

module.exports = { ariaComponents }
