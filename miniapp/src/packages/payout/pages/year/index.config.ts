export default definePageConfig({
  navigationBarTitleText: '发放汇总',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
