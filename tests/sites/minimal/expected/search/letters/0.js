metodbank.take("letters/0","e3b0c442","")
