import { servedTabs } from '../support/browser/servedTabs'
import { anyPageTests } from '../support/reach/anyPageTests'

/** Every page for everybody, on the H5 app in Chromium. */
const { openTab, library } = servedTabs('h5-any-page')
anyPageTests({ open: openTab, library, oneOf: 20, expected: /Failed to load resource/ })
