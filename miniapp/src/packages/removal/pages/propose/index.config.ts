export default definePageConfig({ navigationBarTitleText: '提出依法删除' })
