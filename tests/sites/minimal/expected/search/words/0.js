metodbank.take("words/0","e3b0c442-d39a34ef","")
