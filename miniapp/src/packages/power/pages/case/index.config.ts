export default definePageConfig({
  navigationBarTitleText: '办到哪一步',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
