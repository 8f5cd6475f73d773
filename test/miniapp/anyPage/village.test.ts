import { anyPageTests } from '../../support/anyPage/anyPageTests'
import { everyPage } from '../../support/browser/pages'
import { servedPhones } from '../../support/weapp/servedPhones'

/** People of a village open every page of the real weapp build by addresses of every kind. */
const { launch, library } = servedPhones('any-page-village')
anyPageTests(launch, () => everyPage(library()), 'weapp', ['editor', 'head', 'supervisor'])
