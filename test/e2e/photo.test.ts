import { photoTests } from '../support/journeys/photoTests'
import { servedTabs } from '../support/browser/servedTabs'

/** 拍照填表 in Chromium. */
const { openTab, library } = servedTabs('h5-photo')
photoTests(() => openTab(), library)
