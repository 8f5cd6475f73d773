import { anyPageTests } from '../support/reach/anyPageTests'
import { servedPhones } from '../support/weapp/servedPhones'

/** Every page for everybody, in the real weapp build. */
const { launch, library } = servedPhones('any-page')
anyPageTests({ open: launch, library, oneOf: 10, expected: /^$/ })
