export default definePageConfig({
  navigationBarTitleText: '核验',
  enableShareAppMessage: true,
  enableShareTimeline: true,
})
