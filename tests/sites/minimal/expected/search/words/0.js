metodbank.take("words/0","e3b0c442-b9388aba","")
