export default definePageConfig({
  navigationBarTitleText: '比一比',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
