metodbank.take("texts/2","19907dd5",["","","",""])
