export default definePageConfig({
  navigationBarTitleText: '大家提的异议',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
