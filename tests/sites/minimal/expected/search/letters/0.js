metodbank.take("letters/0","e3b0c442-b9388aba","")
