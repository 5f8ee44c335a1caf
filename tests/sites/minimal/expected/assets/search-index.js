metodbankSearch([])
